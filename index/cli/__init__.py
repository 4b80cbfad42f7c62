"""The command line: ``onrecord``. The only part of the index that prints.

It is loaded when it is first asked for, so that what ends a program well, `index.cli.program`, costs none of it.
"""

import lazy_loader

__getattr__, __dir__, __all__ = lazy_loader.attach_stub(__name__, __file__)
