"""Measures what the README claims: side by side, in one run. `make bench` runs all; each module runs alone, too."""
