"""Where does it hurt?: the place and condition of the address, and what is lit on the picture."""
