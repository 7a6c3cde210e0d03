#include "report/temporary.hpp"

#include <fmt/format.h>
#include <stdlib.h>

#include <cerrno>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <iterator>

namespace lacuna::report {

TemporaryFolder::TemporaryFolder() {
    auto const* named = std::getenv("TMPDIR");
    folder_ = fmt::format("{}/lacuna-XXXXXX", named != nullptr && *named != '\0' ? named : "/tmp");
    if (::mkdtemp(folder_.data()) != nullptr) return;
    error_ = fmt::format("cannot create a temporary folder: {}", std::strerror(errno));
    folder_.clear();
}

TemporaryFolder::~TemporaryFolder() {
    std::error_code ignored;  // nothing can be done about what stays
    if (!folder_.empty()) std::filesystem::remove_all(folder_, ignored);
}

std::string TemporaryFolder::path(std::string_view name) const {
    return fmt::format("{}/{}", folder_, name);
}

bool TemporaryFolder::write(std::string_view name, std::string_view bytes) const {
    std::ofstream file(path(name), std::ios::binary);
    file.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
    return static_cast<bool>(file.flush());
}

bool TemporaryFolder::read(std::string_view name, std::string& bytes) const {
    std::ifstream file(path(name), std::ios::binary);
    if (!file) return false;
    bytes.assign(std::istreambuf_iterator<char>(file), {});
    return true;
}

}  // namespace lacuna::report
