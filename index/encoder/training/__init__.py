"""How the encoder's file is made of a network's weights; needs the extra `train`."""
