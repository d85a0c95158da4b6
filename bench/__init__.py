"""The performance figures of the README, by one command: `make bench`."""
