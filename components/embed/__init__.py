"""HipChain in a page of somebody else's: who may, without menu and footer, and what both sides say to each other."""
