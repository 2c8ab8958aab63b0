# factor6_room(<name> [USES <room>...] [CLANG] [EXCEPTIONS] [SOURCES <file>...])
#
# A room of the house as a static library factor6_<name>. Rooms of checks/ see
# only LLVM's headers: what they are linked into (the command, the plugin's
# host, clangd) brings the libraries. CLANG adds the precompiled header of
# clang's heavy headers. EXCEPTIONS is for the rooms of tool/ that use
# libraries which throw; everything else follows LLVM: no RTTI, no exceptions.
function(factor6_room name)
  cmake_parse_arguments(arg "CLANG;EXCEPTIONS" "" "USES;SOURCES" ${ARGN})
  file(GLOB sources CONFIGURE_DEPENDS ${CMAKE_CURRENT_SOURCE_DIR}/*.cpp)
  list(APPEND sources ${arg_SOURCES})
  if(NOT sources)
    set(sources ${CMAKE_CURRENT_BINARY_DIR}/empty.cpp)
    if(NOT EXISTS ${sources})
      file(WRITE ${sources} "// This room has no source file yet.\n")
    endif()
  endif()
  add_library(factor6_${name} STATIC ${sources})
  target_link_libraries(factor6_${name} PUBLIC factor6_llvm_headers)
  foreach(room IN LISTS arg_USES)
    target_link_libraries(factor6_${name} PUBLIC factor6_${room})
  endforeach()
  target_include_directories(factor6_${name} PUBLIC
    ${PROJECT_SOURCE_DIR}/checks ${PROJECT_SOURCE_DIR}/tool)
  if(NOT arg_EXCEPTIONS)
    target_compile_options(factor6_${name} PRIVATE -fno-rtti -fno-exceptions)
  endif()
  if(arg_CLANG)
    factor6_clang_pch(factor6_${name})
  endif()
endfunction()

# One precompiled header serves every target with the same flags (extract
# builds it).
function(factor6_clang_pch target)
  if(NOT FACTOR6_PCH)
    return()
  endif()
  if(TARGET factor6_extract AND NOT target STREQUAL factor6_extract)
    target_precompile_headers(${target} REUSE_FROM factor6_extract)
  else()
    target_precompile_headers(${target} PRIVATE
      <algorithm> <functional> <map> <memory> <optional> <string> <vector>
      <llvm/ADT/DenseMap.h> <llvm/ADT/StringMap.h> <llvm/ADT/StringRef.h>
      <clang/AST/ASTContext.h> <clang/AST/ExprCXX.h>
      <clang/AST/RecursiveASTVisitor.h> <clang/ASTMatchers/ASTMatchFinder.h>
      <clang/Lex/Lexer.h>)
  endif()
endfunction()
