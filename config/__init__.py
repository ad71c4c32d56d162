"""The registry's platform: settings, addresses, servers. The only package that knows the whole."""
