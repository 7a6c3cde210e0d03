// What every command shares: where to print, colours, the files of the run and what was found wrong with
// them. The rooms below never print; a command collects their diagnostics here and shows them once, at its
// end.
#pragma once

#include <chrono>
#include <iosfwd>
#include <string>
#include <string_view>

#include "base/diagnostic.hpp"
#include "base/source.hpp"

namespace lacuna::cli {

// Exit codes, the same for every command.
enum Exit : int {
    done = 0,
    findings = 1,     // something above the asked threshold: a gap, a failed test
    input_error = 2,  // usage, or a file that could not be read or written
};

struct Terminal {
    bool out = false, err = false;  // standard output, standard error are terminals
    bool no_color = false;          // NO_COLOR is set
};

struct Session {
    std::ostream& out;
    std::ostream& err;
    Terminal terminal;
    SourceMap sources;
    Diagnostics diagnostics;
    bool quiet = false;
    std::string color = "auto";               // auto, always, never
    std::string diagnostics_format = "text";  // text, json

    Session(std::ostream& output, std::ostream& error, Terminal kind)
        : out(output), err(error), terminal(kind) {}
    [[nodiscard]] bool colour_out() const { return colour(terminal.out); }
    [[nodiscard]] bool colour_err() const { return colour(terminal.err); }

    // Prints what was collected to standard error, and forgets nothing: the count stays for the exit code.
    void show_diagnostics();
    // 2 when there were errors, else `otherwise`.
    [[nodiscard]] int exit_code(int otherwise = Exit::done) const;
    // Writes a file whole, or reports why not. True when written.
    bool write(std::string const& path, std::string_view bytes);

  private:
    [[nodiscard]] bool colour(bool terminal_stream) const;
};

// One line on standard error that says what is being done: only on a terminal, only when it takes long enough
// to be read, and gone afterwards.
class Progress {
  public:
    explicit Progress(Session& session) : session_(session), start_(std::chrono::steady_clock::now()) {}
    ~Progress() { clear(); }
    Progress(Progress const&) = delete;
    Progress& operator=(Progress const&) = delete;
    void step(std::string_view what);
    void clear();

  private:
    Session& session_;
    std::chrono::steady_clock::time_point start_;
    bool shown_ = false;
};

}  // namespace lacuna::cli
