#include "base/file_lock.hpp"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/file.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>

namespace lacuna {

FileLock::FileLock(std::filesystem::path const& path) {
    auto const lock = path.parent_path() / fmt::format(".{}.lock", path.filename().string());
    descriptor_ = ::open(lock.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0666);
    if (descriptor_ < 0) {
        error_ = fmt::format("cannot lock '{}': {}", path.string(), std::strerror(errno));
        return;
    }
    while (::flock(descriptor_, LOCK_EX) != 0) {
        if (errno == EINTR) continue;
        error_ = fmt::format("cannot lock '{}': {}", path.string(), std::strerror(errno));
        return;
    }
    held_ = true;
}

FileLock::~FileLock() {
    if (descriptor_ >= 0) ::close(descriptor_);
}

}  // namespace lacuna
