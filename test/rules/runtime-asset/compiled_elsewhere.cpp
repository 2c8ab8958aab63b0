// Compiled in memory, by a helper that several use: the preview that answers with the text is fine,
// the handler that writes it where it is served is not.
// packages: libsass-dev, libcpp-httplib-dev
#include <sass/context.h>

#include <fstream>
#include <httplib.h>
#include <optional>
#include <string>

static std::optional<std::string> compile(const std::string &source) {
  Sass_Data_Context *data = sass_make_data_context(sass_copy_c_string(source.c_str()));
  Sass_Context *context = sass_data_context_get_context(data);
  sass_option_set_output_style(sass_context_get_options(context), SASS_STYLE_COMPRESSED);
  std::optional<std::string> css;
  if (sass_compile_data_context(data) == 0) // near-miss: in memory
    css = sass_context_get_output_string(context);
  sass_delete_data_context(data);
  return css;
}

static bool publish(const std::string &name, const std::string &css) {
  std::ofstream out("public/css/" + name + ".css"); // finding: runtime-asset error
  out << css;
  return out.good();
}

int main() {
  httplib::Server server;
  server.set_mount_point("/", "public");
  server.Post("/preview", [](const httplib::Request &req, httplib::Response &res) {
    if (const std::optional<std::string> css = compile("a{color:" + req.get_param_value("colour") + "}"))
      res.set_content(*css, "text/css");
    else
      res.status = 400;
  });
  server.Put(R"(/theme/([a-z]+))", [](const httplib::Request &req, httplib::Response &res) {
    const std::optional<std::string> css = compile("a{color:" + req.get_param_value("colour") + "}");
    res.status = !css ? 400 : publish(req.matches[1], *css) ? 204 : 500;
  });
  server.listen("0.0.0.0", 8080);
}
