"""The demo: a fictional firm with its clients and cases, told through the same services that firms use."""

from app.services.demo.build import LOGIN, NAME, PASSPHRASE, Built, build, is_demo

__all__ = ["LOGIN", "NAME", "PASSPHRASE", "Built", "build", "is_demo"]
