# ccache and lld make the difference between minutes and seconds; neither is
# required.

find_program(FACTOR6_CCACHE ccache)
if(FACTOR6_CCACHE AND NOT CMAKE_CXX_COMPILER_LAUNCHER)
  # ccache keeps results that use a precompiled header only when told that the
  # header's time stamp and macros need not be compared.
  set(CMAKE_CXX_COMPILER_LAUNCHER ${CMAKE_COMMAND} -E env
    CCACHE_SLOPPINESS=pch_defines,time_macros ${FACTOR6_CCACHE})
endif()

find_program(FACTOR6_LLD NAMES ld.lld
  HINTS ${FACTOR6_LLVM_PREFIX}/bin)
if(FACTOR6_LLD AND CMAKE_CXX_COMPILER_ID STREQUAL "Clang")
  add_link_options(-fuse-ld=lld)
endif()

if(CMAKE_CXX_COMPILER_ID MATCHES "Clang|GNU")
  add_compile_options(-Wall -Wextra -Wno-unused-parameter
    -fvisibility-inlines-hidden -ffunction-sections -fdata-sections)
endif()
if(CMAKE_CXX_COMPILER_ID STREQUAL "Clang")
  # clang reports libstdc++ 12's own use of a deprecated function as ours.
  add_compile_options(-Wno-deprecated-declarations)
  # Lets ccache recognise an unchanged precompiled header.
  add_compile_options("SHELL:-Xclang -fno-pch-timestamp")
endif()
