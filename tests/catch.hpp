#pragma once

// Debian 12 has Catch2 version 2, newer systems have version 3; a test includes this and works with both.
#if __has_include(<catch2/catch_all.hpp>)
#include <catch2/catch_all.hpp>
#else
#include <catch2/catch.hpp>
#endif
