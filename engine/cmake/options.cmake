# Settings of the whole build: language, warnings, sanitizers, speed of building.

option(LACUNA_TESTS "Build the tests" ON)
option(LACUNA_BENCH "Build the benchmarks" OFF)
option(LACUNA_FUZZ "Build the fuzz targets (needs clang)" OFF)
option(LACUNA_WERROR "Warnings are errors" OFF)
option(LACUNA_SANITIZE "Address and undefined-behaviour sanitizers" OFF)
option(LACUNA_UNITY "Compile several files of a room at once: quicker from nothing" OFF)
option(LACUNA_JEMALLOC "Allocate with jemalloc in optimised programs" ON)
option(LACUNA_TIDY "Run clang-tidy while compiling" OFF)

set(CMAKE_CXX_STANDARD 20)
set(CMAKE_CXX_STANDARD_REQUIRED ON)
set(CMAKE_CXX_EXTENSIONS OFF)

# Debug builds are for tests: light optimisation keeps the tests quick and the compile short.
set(CMAKE_CXX_FLAGS_DEBUG "-O1 -g1")
set(CMAKE_CXX_FLAGS_RELEASE "-O2 -DNDEBUG")

find_program(LACUNA_CCACHE ccache)
if(LACUNA_CCACHE AND NOT CMAKE_CXX_COMPILER_LAUNCHER)
  set(CMAKE_CXX_COMPILER_LAUNCHER ${LACUNA_CCACHE})
endif()
find_program(LACUNA_MOLD mold)
if(LACUNA_MOLD)
  add_link_options(-fuse-ld=mold)
endif()

# Flags sit on a target, so that a room that wraps a noisy library can drop one.
add_library(lacuna_flags INTERFACE)
target_include_directories(lacuna_flags INTERFACE ${CMAKE_SOURCE_DIR}/engine)
target_compile_options(lacuna_flags INTERFACE
  -Wall -Wextra -Wpedantic -Wshadow -Wconversion -Wsign-conversion -Wold-style-cast -Wcast-qual
  -Wnon-virtual-dtor -Woverloaded-virtual -Wundef)
if(CMAKE_CXX_COMPILER_ID STREQUAL GNU)
  target_compile_options(lacuna_flags INTERFACE -Wno-restrict)  # GCC 12 sees overlaps in std::string that are none
endif()
if(LACUNA_WERROR)
  target_compile_options(lacuna_flags INTERFACE -Werror)
endif()
if(LACUNA_UNITY)
  target_compile_options(lacuna_flags INTERFACE -Wno-shadow)  # names of one file are seen by its neighbours
endif()
if(LACUNA_SANITIZE)
  add_compile_options(-fsanitize=address,undefined -fno-sanitize-recover=all -fno-omit-frame-pointer)
  add_link_options(-fsanitize=address,undefined)
  if(CMAKE_CXX_COMPILER_ID STREQUAL GNU)
    # GCC 12 sees uninitialised members inside std::regex once the sanitizers change its inlining.
    target_compile_options(lacuna_flags INTERFACE -Wno-maybe-uninitialized)
  endif()
endif()
if(LACUNA_FUZZ)
  add_compile_options(-fsanitize=fuzzer-no-link)  # every room reports its branches to the fuzzer
endif()
if(LACUNA_TIDY)
  find_program(LACUNA_CLANG_TIDY clang-tidy REQUIRED)
  set(CMAKE_CXX_CLANG_TIDY ${LACUNA_CLANG_TIDY} --quiet)
endif()

find_package(Threads REQUIRED)
find_package(fmt REQUIRED)
