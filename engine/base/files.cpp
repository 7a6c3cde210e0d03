#include "base/files.hpp"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <set>
#include <utility>

namespace lacuna {
namespace fs = std::filesystem;
namespace {

class Descriptor {
  public:
    explicit Descriptor(int fd) : fd_(fd) {}
    ~Descriptor() { close(); }
    Descriptor(Descriptor const&) = delete;
    Descriptor& operator=(Descriptor const&) = delete;
    [[nodiscard]] int get() const { return fd_; }
    void close() {
        if (fd_ >= 0) ::close(std::exchange(fd_, -1));
    }

  private:
    int fd_;
};

[[nodiscard]] std::string cause(int error) {
    return std::strerror(error);
}

[[nodiscard]] Span whole(SourceId id) {
    return {id, 0, 0};
}

[[nodiscard]] bool read_all(int fd, std::uint64_t max_bytes, std::string& bytes) {
    char buffer[1 << 16];
    while (bytes.size() <= max_bytes) {
        auto const got = ::read(fd, buffer, sizeof buffer);
        if (got < 0 && errno == EINTR) continue;
        if (got < 0) return false;
        if (got == 0) return true;
        bytes.append(buffer, static_cast<std::size_t>(got));
    }
    return true;
}

void report_open(int error, SourceId id, std::string const& name, Diagnostics& diagnostics) {
    bool const missing = error == ENOENT || error == ENOTDIR;
    auto const code = missing ? Code::file_not_found : Code::file_unreadable;
    auto const help = missing ? "check the path" : "check the permissions";
    diagnostics.add(diagnose(code, whole(id), fmt::format("cannot open '{}': {}", name, cause(error)), help));
}

void report_too_large(std::uint64_t size, Source const& source, SourceId id, ReadLimits limits,
                      Diagnostics& diagnostics) {
    diagnostics.add(
        diagnose(Code::file_too_large, whole(id),
                 fmt::format("'{}' has {} bytes; the limit is {}", source.name(), size, limits.max_bytes),
                 "raise the limit with --max-file-size"));
}

// Checks what the descriptor is before a byte is read: a pipe or a device would block or never end.
[[nodiscard]] bool check_kind(int fd, Source const& source, SourceId id, ReadLimits limits,
                              struct stat& status, Diagnostics& diagnostics) {
    if (::fstat(fd, &status) != 0) {
        report_open(errno, id, source.name(), diagnostics);
        return false;
    }
    if (!S_ISREG(status.st_mode)) {
        auto const what = S_ISDIR(status.st_mode)    ? "a folder"
                          : S_ISFIFO(status.st_mode) ? "a pipe"
                                                     : "a device";
        diagnostics.add(diagnose(Code::file_not_regular, whole(id),
                                 fmt::format("'{}' is {}, not a file", source.name(), what)));
        return false;
    }
    if (static_cast<std::uint64_t>(status.st_size) > limits.max_bytes) {
        report_too_large(static_cast<std::uint64_t>(status.st_size), source, id, limits, diagnostics);
        return false;
    }
    return true;
}

void list_below(fs::path const& folder, std::vector<std::string> const& extensions,
                std::set<fs::path>& visited, std::vector<fs::path>& found, SourceMap& sources,
                Diagnostics& diagnostics) {
    std::error_code error;
    auto const real = fs::canonical(folder, error);
    if (!error && !visited.insert(real).second) return;  // a loop of symbolic links
    fs::directory_iterator entries(folder, error);
    if (error) {
        auto const id = sources.add(folder.string());
        diagnostics.add(diagnose(Code::file_unreadable, whole(id),
                                 fmt::format("cannot list '{}': {}", folder.string(), error.message()),
                                 "check the permissions"));
        return;
    }
    std::vector<fs::directory_entry> sorted(fs::begin(entries), fs::end(entries));
    std::sort(sorted.begin(), sorted.end());
    for (auto const& entry : sorted) {
        auto const& path = entry.path();
        if (path.filename().string().starts_with('.')) continue;
        std::error_code ignored;
        if (entry.is_directory(ignored)) {
            list_below(path, extensions, visited, found, sources, diagnostics);
        } else if (std::any_of(extensions.begin(), extensions.end(),
                               [&](auto const& e) { return path.string().ends_with(e); })) {
            found.push_back(path);
        }
    }
}

// A program that was killed leaves its temporary file: the next with its number takes another name.
[[nodiscard]] int open_temporary(fs::path const& path, std::string& name) {
    for (int attempt = 0; attempt < 100; ++attempt) {
        name = fmt::format("{}.{}-{}.tmp", path.string(), ::getpid(), attempt);
        auto const file = ::open(name.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0644);
        if (file >= 0 || errno != EEXIST) return file;
    }
    return -1;
}

// So that the new name is on the disk too. A system that cannot do this has written the file all the same.
void flush_folder(fs::path const& folder) {
    Descriptor const open(::open(folder.empty() ? "." : folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
    if (open.get() >= 0) (void)::fsync(open.get());
}

}  // namespace

bool read_into(Source& source, SourceId id, Diagnostics& diagnostics, ReadLimits limits) {
    Descriptor file(::open(source.name().c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK));
    if (file.get() < 0) {
        report_open(errno, id, source.name(), diagnostics);
        return false;
    }
    struct stat status {};
    if (!check_kind(file.get(), source, id, limits, status, diagnostics)) return false;
    std::string bytes;
    bytes.reserve(static_cast<std::size_t>(status.st_size) + 1);
    if (!read_all(file.get(), limits.max_bytes, bytes)) {
        diagnostics.add(diagnose(Code::file_unreadable, whole(id),
                                 fmt::format("cannot read '{}': {}", source.name(), cause(errno))));
        return false;
    }
    // Some files say that they have no bytes and give many, and a file may grow while it is read.
    if (bytes.size() > limits.max_bytes) {
        report_too_large(bytes.size(), source, id, limits, diagnostics);
        return false;
    }
    if (bytes.empty()) {
        diagnostics.add(diagnose(Code::file_empty, whole(id), fmt::format("'{}' is empty", source.name())));
        return false;
    }
    source.set_bytes(std::move(bytes));
    return true;
}

ReadResult read_file(fs::path const& path, SourceMap& sources, Diagnostics& diagnostics, ReadLimits limits) {
    auto const id = sources.add(path.string());
    return {id, read_into(sources.at(id), id, diagnostics, limits)};
}

std::vector<fs::path> list_files(fs::path const& path, std::vector<std::string> const& extensions,
                                 SourceMap& sources, Diagnostics& diagnostics) {
    std::error_code error;
    auto const status = fs::status(path, error);
    if (!fs::exists(status)) {
        auto const id = sources.add(path.string());
        bool const missing = !error || error == std::errc::no_such_file_or_directory;
        auto const message = missing ? fmt::format("'{}' is not there", path.string())
                                     : fmt::format("cannot open '{}': {}", path.string(), error.message());
        diagnostics.add(diagnose(missing ? Code::file_not_found : Code::file_unreadable, whole(id), message,
                                 "check the path"));
        return {};
    }
    if (!fs::is_directory(status)) return {path};
    std::vector<fs::path> found;
    std::set<fs::path> visited;
    list_below(path, extensions, visited, found, sources, diagnostics);
    return found;
}

bool write_file(fs::path const& path, std::string_view bytes, std::string& error) {
    std::string temporary;
    auto const fail = [&](char const* what) {
        error = fmt::format("cannot {} '{}': {}", what, path.string(), cause(errno));
        ::unlink(temporary.c_str());
        return false;
    };
    std::error_code absent;
    auto const status = fs::status(path, absent);  // a device or a pipe is written to, never replaced
    bool const replace = !fs::exists(status) || fs::is_regular_file(status);
    Descriptor file(replace ? open_temporary(path, temporary) : ::open(path.c_str(), O_WRONLY | O_CLOEXEC));
    if (file.get() < 0) return fail("create");
    for (auto rest = bytes; !rest.empty();) {
        auto const wrote = ::write(file.get(), rest.data(), rest.size());
        if (wrote < 0 && errno == EINTR) continue;
        if (wrote < 0) return fail("write");
        rest.remove_prefix(static_cast<std::size_t>(wrote));
    }
    if (!replace) return true;
    if (::fsync(file.get()) != 0) return fail("flush");
    file.close();
    if (::rename(temporary.c_str(), path.c_str()) != 0) return fail("replace");
    flush_folder(path.parent_path());
    return true;
}

}  // namespace lacuna
