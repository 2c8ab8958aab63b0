//===- config.h - NOT THE LIBRARY: declarations for checking names -------===//
//
// What checks/models/config.yaml names and Debian's headers do not declare:
// configuration parsers, after its public documentation. Names and scopes
// are as documented; parameters and results are left out.
//
//===----------------------------------------------------------------------===//
#pragma once

namespace boost::json {
struct array;
struct object;
struct stream_parser;
struct value;
} // namespace boost::json
namespace simdjson {
namespace dom {
struct element;
struct parser;
} // namespace dom
namespace ondemand {
struct parser;
} // namespace ondemand
} // namespace simdjson
namespace toml {
struct basic_value;
} // namespace toml
