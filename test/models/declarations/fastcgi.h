//===- fastcgi.h - NOT THE LIBRARY: declarations for checking names -------===//
//
// What checks/models/fastcgi.yaml names and Debian's headers do not declare:
// FastCGI, after its public documentation. Names and scopes
// are as documented; parameters and results are left out.
//
//===----------------------------------------------------------------------===//
#pragma once

namespace Fastcgipp {
struct Request;
} // namespace Fastcgipp
