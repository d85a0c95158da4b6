"""The use cases: each opens one transaction, calls domain, writes through storage, writes its audit event."""
