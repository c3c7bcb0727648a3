"""What is run to put HipChain somewhere: on a server, on a USB stick."""
