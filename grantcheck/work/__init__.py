"""The durable workflows and the worker process."""
