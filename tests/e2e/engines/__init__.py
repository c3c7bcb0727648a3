"""Other browser engines than Chromium, driven as far as their own drivers reach: Firefox (Gecko), WebKitGTK (WebKit)."""
