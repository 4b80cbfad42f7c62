"""Onrecord's index: articles in, attributed passages out. Its public face is in ``__init__.pyi``; nothing else is for
others.

What is asked for of it is loaded then: who wants a version or a setting waits for no network and no reader.
"""

import os

import lazy_loader

# Before numpy is loaded, which looks at it once: matrices as small as ours are multiplied no sooner by several threads,
# at two to three times the processor's time.
if "OMP_NUM_THREADS" not in os.environ:
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
# Before onnxruntime is loaded, which else keeps an id of the machine in its user's cache, and reports to its maker.
os.environ.setdefault("ORT_DISABLE_TELEMETRY", "1")

__getattr__, __dir__, __all__ = lazy_loader.attach_stub(__name__, __file__)
