"""What people see: Qt Quick, thin. Installed into an environment of its own: the name meets no other."""
