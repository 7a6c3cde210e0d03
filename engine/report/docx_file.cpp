#include "report/docx_file.hpp"

#include <fcntl.h>
#include <fmt/format.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <vector>

#include "report/temporary.hpp"
#include "report_docx_frame.hpp"

namespace lacuna::report {
namespace {

// pandoc dates its files by this variable: always the same day, so that no clock enters them.
constexpr char const* fixed_date = "SOURCE_DATE_EPOCH=946684800";

[[nodiscard]] std::vector<char*> pointers(std::vector<std::string>& texts) {
    std::vector<char*> out;
    for (auto& text : texts) out.push_back(text.data());
    out.push_back(nullptr);
    return out;
}

[[nodiscard]] std::vector<std::string> environment() {
    std::vector<std::string> texts{fixed_date, "LC_ALL=C.UTF-8"};
    for (char** entry = environ; *entry != nullptr; ++entry) {
        std::string_view const text(*entry);
        if (!text.starts_with("SOURCE_DATE_EPOCH=") && !text.starts_with("LC_ALL=")) texts.emplace_back(text);
    }
    return texts;
}

// Runs the program to its end; empty, or what went wrong. Its messages go to the file.
[[nodiscard]] std::string run(std::vector<std::string> arguments, std::string const& messages) {
    auto variables = environment();
    auto argv = pointers(arguments), envp = pointers(variables);
    posix_spawn_file_actions_t actions;
    posix_spawn_file_actions_init(&actions);
    posix_spawn_file_actions_addopen(&actions, STDIN_FILENO, "/dev/null", O_RDONLY, 0);
    posix_spawn_file_actions_addopen(&actions, STDOUT_FILENO, "/dev/null", O_WRONLY, 0);
    posix_spawn_file_actions_addopen(&actions, STDERR_FILENO, messages.c_str(), O_WRONLY | O_CREAT, 0600);
    pid_t child = 0;
    auto const failed = ::posix_spawnp(&child, argv[0], &actions, nullptr, argv.data(), envp.data());
    posix_spawn_file_actions_destroy(&actions);
    if (failed == ENOENT) return "pandoc is not installed, and docx is made with it";
    if (failed != 0) return fmt::format("pandoc could not be started: {}", std::strerror(failed));
    int status = 0;
    while (::waitpid(child, &status, 0) < 0)
        if (errno != EINTR) return fmt::format("pandoc was lost: {}", std::strerror(errno));
    if (WIFEXITED(status) && WEXITSTATUS(status) == 127)
        return "pandoc is not installed, and docx is made with it";
    if (!WIFEXITED(status) || WEXITSTATUS(status) != 0) return "pandoc failed";
    return {};
}

}  // namespace

Written docx_file(std::string const& title, std::string const& subtitle, std::string const& body) {
    TemporaryFolder const folder;
    if (!folder.ok()) return {"", folder.error(), "set TMPDIR to a folder that can be written"};
    // One raw block: pandoc wraps it into a document and reads none of its words as markup.
    auto const source = fmt::format("``````````{{=openxml}}\n{}\n``````````\n", body);
    std::string_view const frame(reinterpret_cast<char const*>(docx_frame), sizeof docx_frame);
    if (!folder.write("report.md", source) || !folder.write("frame.docx", std::string(frame)))
        return {"", "the temporary folder is full", ""};
    auto const error =
        run({"pandoc", "--from=markdown", "--to=docx", "--output=" + folder.path("report.docx"),
             "--reference-doc=" + folder.path("frame.docx"), "--metadata=title=" + title,
             "--metadata=subtitle=" + subtitle, folder.path("report.md")},
            folder.path("messages"));
    std::string messages;
    if (!error.empty()) {
        bool const said = folder.read("messages", messages) && !messages.empty();
        return {"", error, said ? messages : "install the package pandoc, or choose another format"};
    }
    Written written;
    if (!folder.read("report.docx", written.bytes)) return {"", "pandoc wrote nothing", ""};
    return written;
}

}  // namespace lacuna::report
