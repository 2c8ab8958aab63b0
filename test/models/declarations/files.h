//===- files.h - NOT THE LIBRARY: declarations for checking names -------===//
//
// What checks/models/files.yaml names and Debian's headers do not declare:
// file formats, after its public documentation. Names and scopes
// are as documented; parameters and results are left out.
//
//===----------------------------------------------------------------------===//
#pragma once

namespace Magick {
struct Image {
  template <typename... A> int read(A &&...);
  template <typename... A> int write(A &&...);
};
} // namespace Magick
namespace cv {
struct FileStorage {
  template <typename... A> FileStorage(A &&...);
  template <typename... A> int open(A &&...);
};
struct VideoWriter {
  template <typename... A> VideoWriter(A &&...);
  template <typename... A> int open(A &&...);
};
template <typename... A> int imread(A &&...);
template <typename... A> int imwrite(A &&...);
} // namespace cv
namespace rapidcsv {
struct Document {
  template <typename... A> Document(A &&...);
  template <typename... A> int Save(A &&...);
};
} // namespace rapidcsv
int H5Fcreate(...);
int HPDF_SaveToFile(...);
int archive_read_open_filename(...);
int archive_write_open_filename(...);
int cairo_surface_write_to_png(...);
int gzclose(...);
int gzopen(...);
int gzopen64(...);
int gzprintf(...);
int gzputs(...);
int gzread(...);
int gzwrite(...);
int sf_open(...);
int stbi_load(...);
int stbi_write_bmp(...);
int stbi_write_hdr(...);
int stbi_write_jpg(...);
int stbi_write_png(...);
int stbi_write_tga(...);
int unzOpen(...);
int xmlParseFile(...);
int xmlReadFile(...);
int xmlSaveFile(...);
int xmlSaveFormatFile(...);
int xmlSaveFormatFileEnc(...);
int zipOpen(...);
int zip_open(...);
