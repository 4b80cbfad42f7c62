"""``python -m index`` is ``onrecord``."""

from index.cli import main

if __name__ == "__main__":
    main()
