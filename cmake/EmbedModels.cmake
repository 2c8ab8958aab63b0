# cmake -DOUTPUT=Embedded.cpp "-DMODELS=a.yaml;b.yaml" -P EmbedModels.cmake
#
# Writes every file as a byte array: no text in a model can end a literal
# early, and no compiler's limit on literals applies.
set(arrays "")
set(table "")
set(index 0)
list(SORT MODELS)
foreach(model IN LISTS MODELS)
  get_filename_component(name ${model} NAME)
  file(READ ${model} hex HEX)
  string(LENGTH "${hex}" digits)
  math(EXPR size "${digits} / 2")
  string(REGEX REPLACE "(..)" "'\\\\x\\1'," bytes "${hex}")
  # Line breaks keep editors and diagnostics usable.
  string(REPEAT "'....'," 16 line)
  string(REGEX REPLACE "(${line})" "\\1\n" bytes "${bytes}")
  string(APPEND arrays "constexpr char Model${index}[] = {\n${bytes}0};\n")
  string(APPEND table
    "    {\"${name}\", llvm::StringRef(Model${index}, ${size})},\n")
  math(EXPR index "${index} + 1")
endforeach()

if(index EQUAL 0)
  set(body "  return {};")
else()
  set(body
"  static constexpr EmbeddedModel Models[] = {
${table}  };
  return Models;")
endif()

file(WRITE ${OUTPUT} "// Generated from checks/models/*.yaml.
#include \"models/Embedded.h\"

namespace factor6 {
namespace {
${arrays}
} // namespace

llvm::ArrayRef<EmbeddedModel> embeddedModels() {
${body}
}

} // namespace factor6
")
