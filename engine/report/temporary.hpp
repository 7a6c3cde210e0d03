// A folder for the work of libraries and programs that only write to files; gone with the object.
#pragma once

#include <string>
#include <string_view>

namespace lacuna::report {

class TemporaryFolder {
  public:
    TemporaryFolder();  // below $TMPDIR, else /tmp
    ~TemporaryFolder();
    TemporaryFolder(TemporaryFolder const&) = delete;
    TemporaryFolder& operator=(TemporaryFolder const&) = delete;
    [[nodiscard]] bool ok() const { return error_.empty(); }
    [[nodiscard]] std::string const& error() const { return error_; }
    [[nodiscard]] std::string path(std::string_view name) const;
    [[nodiscard]] bool write(std::string_view name, std::string_view bytes) const;
    [[nodiscard]] bool read(std::string_view name, std::string& bytes) const;

  private:
    std::string folder_, error_;
};

}  // namespace lacuna::report
