# Finds one of several LLVM majors that are installed side by side, and wraps
# it in three targets:
#   factor6_llvm_headers   include folders and definitions only
#   factor6_llvm           + libLLVM            (rooms without clang)
#   factor6_clang          + libclang-cpp       (extract, driver)
# Clang's own CMake package is not used: it insists on every tool of half a
# dozen packages, and only one library is wanted.

set(LLVM_DIR ${FACTOR6_LLVM_PREFIX}/lib/cmake/llvm)
find_package(LLVM CONFIG QUIET NO_DEFAULT_PATH PATHS ${LLVM_DIR})
if(NOT LLVM_FOUND OR NOT LLVM_VERSION_MAJOR EQUAL FACTOR6_LLVM)
  message(FATAL_ERROR "LLVM ${FACTOR6_LLVM} was not found in ${FACTOR6_LLVM_PREFIX}: "
    "run tool/install-packages, or set FACTOR6_LLVM or FACTOR6_LLVM_PREFIX")
endif()

find_library(FACTOR6_CLANG_CPP_${FACTOR6_LLVM}
  NAMES clang-cpp libclang-cpp.so.${FACTOR6_LLVM} libclang-cpp.so.${FACTOR6_LLVM}.1
  PATHS ${FACTOR6_LLVM_PREFIX}/lib NO_DEFAULT_PATH)
set(FACTOR6_CLANG_CPP ${FACTOR6_CLANG_CPP_${FACTOR6_LLVM}})
if(NOT FACTOR6_CLANG_CPP
    OR NOT EXISTS ${FACTOR6_LLVM_PREFIX}/include/clang-tidy/ClangTidyModule.h)
  message(FATAL_ERROR "libclang-${FACTOR6_LLVM}-dev was not found in ${FACTOR6_LLVM_PREFIX}: "
    "run tool/install-packages")
endif()

# Baked in because clang guesses its resource folder from the running
# program's path, which is right only inside LLVM's own prefix.
set(FACTOR6_CLANG_RESOURCE_DIR ${FACTOR6_LLVM_PREFIX}/lib/clang/${FACTOR6_LLVM})

separate_arguments(_definitions UNIX_COMMAND "${LLVM_DEFINITIONS}")
add_library(factor6_llvm_headers INTERFACE)
# Behind the compiler's own: libc++abi-dev puts a <cxxabi.h> there.
target_compile_options(factor6_llvm_headers INTERFACE
  "SHELL:-idirafter ${FACTOR6_LLVM_PREFIX}/include" ${_definitions})
target_compile_definitions(factor6_llvm_headers INTERFACE
  FACTOR6_VERSION="${PROJECT_VERSION}"
  FACTOR6_LLVM_MAJOR=${FACTOR6_LLVM}
  FACTOR6_CLANG_RESOURCE_DIR="${FACTOR6_CLANG_RESOURCE_DIR}")

add_library(factor6_llvm INTERFACE)
target_link_libraries(factor6_llvm INTERFACE factor6_llvm_headers LLVM)
add_library(factor6_clang INTERFACE)
target_link_libraries(factor6_clang INTERFACE ${FACTOR6_CLANG_CPP} factor6_llvm)
