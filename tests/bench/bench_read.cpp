// How long reading takes (parse, provisions, text, account) against pugixml's bare parse of the same bytes,
// on one thread in one run, and how much memory the reading of a whole set needs. The files are looked for in
// the folder `shared` beside the checkout, or in LACUNA_SHARED; without them the bundled statutes are used,
// and said.
#include <fmt/format.h>
#include <sys/resource.h>

#include <algorithm>
#include <cstdlib>
#include <ctime>
#include <filesystem>
#include <functional>
#include <pugixml.hpp>

#include "akn/read.hpp"
#include "base/files.hpp"

namespace fs = std::filesystem;
using namespace lacuna;

namespace {

constexpr int runs = 7;

// Time of this thread on the processor: what else runs on the machine does not count.
double now() {
    timespec time{};
    ::clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
    return static_cast<double>(time.tv_sec) + 1e-9 * static_cast<double>(time.tv_nsec);
}

double seconds(std::function<void()> const& work) {
    auto const begin = now();
    work();
    return now() - begin;
}

double peak_megabytes() {
    rusage usage{};
    ::getrusage(RUSAGE_SELF, &usage);
    return static_cast<double>(usage.ru_maxrss) / 1024;
}

void bare_parse(std::string& bytes) {
    pugi::xml_document tree;
    (void)tree.load_buffer_inplace(bytes.data(), bytes.size(), pugi::parse_default | pugi::parse_ws_pcdata);
}

std::vector<fs::path> files_of(std::string& from) {
    auto const* named = std::getenv("LACUNA_SHARED");
    fs::path const shared =
        named != nullptr ? fs::path(named) : fs::path(LACUNA_SOURCE_DIR).parent_path() / "shared";
    bool const real = fs::exists(shared / "corpus");
    from = real ? "the corpus of real files" : "the bundled statutes: no corpus is there";
    SourceMap sources;
    Diagnostics diagnostics;
    return list_files(real ? shared / "corpus" : fs::path(LACUNA_SOURCE_DIR) / "legislation", {".xml"},
                      sources, diagnostics);
}

}  // namespace

int main() {
    std::string from;
    auto const paths = files_of(from);
    double bare = 0, reading = 0, megabytes = 0, largest = 0;
    for (auto const& path : paths) {
        SourceMap sources;
        Diagnostics diagnostics;
        auto const read = read_file(path, sources, diagnostics);
        if (!read.ok) continue;
        auto& source = sources.at(read.id);
        std::string const bytes(source.bytes());
        std::string copy;
        double best_bare = 1e9, best_reading = 1e9;
        for (int run = 0; run < runs; ++run) {  // by turns, so that both meet the same machine
            copy.assign(bytes);                 // the parse writes into it
            best_bare = std::min(best_bare, seconds([&] { bare_parse(copy); }));
            source.set_bytes(bytes);  // as they stand on disk: reading may convert them
            Diagnostics found;
            best_reading =
                std::min(best_reading, seconds([&] { (void)akn::read_document(source, read.id, found); }));
        }
        bare += best_bare;
        reading += best_reading;
        auto const size = static_cast<double>(bytes.size()) / 1e6;
        megabytes += size;
        largest = std::max(largest, size);
    }
    fmt::print("{}: {} files, {:.1f} MB; the best of {} runs each, one thread\n", from, paths.size(),
               megabytes, runs);
    fmt::print("{:<44}{:>9.1f} ms\n", "pugixml, bare parse", bare * 1000);
    fmt::print("{:<44}{:>9.1f} ms{:>9.2f} x\n", "reading: parse, provisions, text, account", reading * 1000,
               reading / bare);
    fmt::print("{:<44}{:>9.1f} MB, {:.1f} MB allowed\n", "peak memory, file by file", peak_megabytes(),
               4 * largest + 50);
    return 0;
}
