"""What people see: Qt Quick, thin. The wheel lives in an environment of its own, so the short name meets no other."""
