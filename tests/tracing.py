"""Early pytest plugin: coverage looks where it has not been, and is quick.

Tracing doubles the time that Python takes. A test with many examples takes much the same
ways through the code in each of them, so only its first is traced.
"""

from contextlib import contextmanager

import pytest
from coverage import Coverage


@pytest.hookimpl(wrapper=True)
def pytest_runtest_protocol(item):
    """Run a test without being traced, where tracing it would tell nothing new."""
    if is_traced(item):
        return (yield)
    with untraced():
        return (yield)


def is_traced(item):
    """Tell whether a test is the first of its examples, or has none."""
    example = getattr(item, "callspec", None)
    return example is None or not any(example.indices.values())


@contextmanager
def untraced():
    """Let coverage, if it is measured at all, look away."""
    measuring = Coverage.current()
    if measuring is None:
        yield
        return
    measuring.stop()
    try:
        yield
    finally:
        measuring.start()
