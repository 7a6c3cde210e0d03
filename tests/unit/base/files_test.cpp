#include "base/files.hpp"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <catch2/catch.hpp>
#include <fstream>

#include "support/golden.hpp"

using namespace lacuna;
namespace fs = std::filesystem;

namespace {

struct Folder {
    fs::path path = fs::path(LACUNA_BINARY_DIR) / "files_test";
    Folder() {
        fs::remove_all(path);
        fs::create_directories(path);
    }
    ~Folder() { fs::remove_all(path); }
};

Code only_code(Diagnostics const& diagnostics) {
    auto const all = diagnostics.sorted();
    REQUIRE(all.size() == 1);
    return all[0].code;
}

}  // namespace

TEST_CASE("each way a file cannot be read has its own code, and none blocks") {
    Folder const folder;
    SourceMap sources;
    Diagnostics diagnostics;
    SECTION("missing") {
        CHECK_FALSE(read_file(folder.path / "none.xml", sources, diagnostics).ok);
        CHECK(only_code(diagnostics) == Code::file_not_found);
    }
    SECTION("empty") {
        std::ofstream(folder.path / "empty.xml").flush();
        CHECK_FALSE(read_file(folder.path / "empty.xml", sources, diagnostics).ok);
        CHECK(only_code(diagnostics) == Code::file_empty);
    }
    SECTION("pipe") {
        REQUIRE(::mkfifo((folder.path / "pipe.xml").c_str(), 0600) == 0);
        CHECK_FALSE(read_file(folder.path / "pipe.xml", sources, diagnostics).ok);
        CHECK(only_code(diagnostics) == Code::file_not_regular);
    }
    SECTION("larger than the limit") {
        std::ofstream(folder.path / "big.xml") << "12345";
        CHECK_FALSE(read_file(folder.path / "big.xml", sources, diagnostics, {4}).ok);
        CHECK(only_code(diagnostics) == Code::file_too_large);
    }
}

TEST_CASE("a loop of symbolic links ends") {
    Folder const folder;
    fs::create_directory(folder.path / "a");
    fs::create_directory_symlink(folder.path, folder.path / "a" / "up");
    std::ofstream(folder.path / "a" / "x.xml") << "x";
    SourceMap sources;
    Diagnostics diagnostics;
    auto const files = list_files(folder.path, {".xml"}, sources, diagnostics);
    CHECK(files == std::vector<fs::path>{folder.path / "a" / "x.xml"});
}

TEST_CASE("a file is written whole, and a failure leaves the old one and no rest") {
    Folder const folder;
    std::string error;
    REQUIRE(write_file(folder.path / "out.txt", "new", error));
    CHECK(test::slurp(folder.path / "out.txt") == "new");
    CHECK_FALSE(write_file(folder.path / "no" / "such" / "folder.txt", "x", error));
    CHECK(error.find("cannot create") == 0);
    CHECK(std::distance(fs::directory_iterator(folder.path), {}) == 1);
}

TEST_CASE("a pipe or a device is written to and stays what it is") {
    Folder const folder;
    auto const pipe = folder.path / "pipe";
    REQUIRE(::mkfifo(pipe.c_str(), 0600) == 0);
    auto const reader = ::open(pipe.c_str(), O_RDONLY | O_NONBLOCK);
    REQUIRE(reader >= 0);
    std::string error, got(16, '\0');
    CHECK(write_file(pipe, "words", error));
    CHECK(::read(reader, got.data(), got.size()) == 5);
    CHECK(got.substr(0, 5) == "words");
    ::close(reader);
    CHECK(fs::is_fifo(pipe));
}
