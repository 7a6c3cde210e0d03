// Catch2's own main, alone in its file: it takes ten times longer to compile than any test.
#define CATCH_CONFIG_MAIN
#include <catch2/catch.hpp>
