"""Addresses of people and centers: ``account`` for signing in, ``pages`` for everything else."""
