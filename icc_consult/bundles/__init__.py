"""Files carried on a stick: encrypted with age, written durably, read with distrust."""
