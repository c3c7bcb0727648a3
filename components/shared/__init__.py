"""What every room needs: palette, the state in the address, notes, and what the browser keeps."""
