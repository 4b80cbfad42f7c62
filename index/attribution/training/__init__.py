"""Training of the tagger that ships as ``model.npz``: ``python -m index.attribution.training --help``.

Needs the extra ``train`` (PyTorch); nothing of it is imported when Onrecord runs.
"""
