"""The checks: what hub staff are told about a directory that can be read, one rule a module. Pure."""
