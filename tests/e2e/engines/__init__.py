"""Other engines than Chromium's, as far as their own drivers reach: Firefox (Gecko) and WebKitGTK (WebKit)."""
