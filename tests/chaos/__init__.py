"""The real bot among servers that mean harm: what the others see, measured and checked.

``python -m tests.chaos --minutes 10 [--postgres]`` runs the bot as a process over a stand-in for Discord with two
servers. One has every poisoned feed and page of `poisons`, and does with the commands what it likes (`poisoner`); the
other has feeds that go on, asks, adds and removes (`household`). Over PostgreSQL the network to the database fails as
well (`trouble`). `run` puts it together, `findings` says what was promised and was not kept. A short one is a test.
"""
