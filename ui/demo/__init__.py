"""A whole day on the real kiosk, walked by automatic residents."""
