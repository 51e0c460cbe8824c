// Carries the compiled Qt resources (icons, translations); the object library keeps the linker from dropping them.
