"""What people see and press: a widget kit, the screens, and the one window that paints them."""
