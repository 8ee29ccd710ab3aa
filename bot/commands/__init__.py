"""The command line: one module a command, thin over the core. Results go to standard output, talk to standard error."""
