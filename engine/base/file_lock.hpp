// A lock that programs share over a file that they replace: it lies in a small file of its own beside it,
// because the file itself is another one after each replacement. The system frees it when its holder ends,
// however that happens.
#pragma once

#include <filesystem>
#include <string>

namespace lacuna {

class FileLock {
  public:
    // Waits until no other program holds the lock of `path`; its folder must be there. held() is false, with
    // the cause in error(), when the lock could not be made.
    explicit FileLock(std::filesystem::path const& path);
    ~FileLock();
    FileLock(FileLock const&) = delete;
    FileLock& operator=(FileLock const&) = delete;

    [[nodiscard]] bool held() const { return held_; }
    [[nodiscard]] std::string const& error() const { return error_; }

  private:
    int descriptor_ = -1;
    bool held_ = false;
    std::string error_;
};

}  // namespace lacuna
