// libsass while serving: into a file, and into memory only.
// packages: libsass-dev, libcpp-httplib-dev
#include <sass/context.h>

#include <fstream>
#include <httplib.h>
#include <string>

static std::string inMemory(const std::string &colour) {
  Sass_Data_Context *context = sass_make_data_context(sass_copy_c_string(("a{color:" + colour + "}").c_str()));
  sass_compile_data_context(context);
  std::string css = sass_context_get_output_string(sass_data_context_get_context(context));
  sass_delete_data_context(context);
  return css;
}

static void toFile(const char *source, const std::string &target) {
  Sass_File_Context *context = sass_make_file_context(source);
  sass_compile_file_context(context); // finding: runtime-asset error
  std::ofstream out("public/css/" + target);
  out << sass_context_get_output_string(sass_file_context_get_context(context));
  sass_delete_file_context(context);
}

int main() {
  httplib::Server server;
  server.Get("/preview", [](const httplib::Request &req, httplib::Response &res) {
    res.set_content(inMemory(req.get_param_value("colour")), "text/css");
  });
  server.Post("/theme", [](const httplib::Request &req, httplib::Response &) {
    toFile("scss/theme.scss", req.get_param_value("name"));
  });
  server.listen("0.0.0.0", 8080);
}
