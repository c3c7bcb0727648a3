"""The pocket edition: all that can be read and tapped without a server, in one HTML file. Pure."""
