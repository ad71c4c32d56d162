#!/usr/bin/env python
"""Django's command line for the registry; it needs no configuration."""

import os
import sys


def main() -> None:
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")
    from config.commands import run_command

    run_command(sys.argv)


if __name__ == "__main__":
    main()
