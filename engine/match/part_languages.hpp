// In which languages the parts of an act stand: a file may say of any provision that it is in another
// language than the act (xml:lang), as where a schedule or every second section repeats the law in another
// tongue. Each language is read as a text of its own.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "akn/document.hpp"
#include "program/program.hpp"

namespace lacuna::match {

class PartLanguages {
  public:
    // `wanted`: the language of every part, whatever the file says; empty: what the file says.
    PartLanguages(program::Program const& program, akn::Document const& document, std::string const& wanted);

    // Of what the file gives no other language; where it gives all another, of the first. The first of the
    // act's languages that a lexicon speaks; empty: none does.
    [[nodiscard]] std::string const& main() const { return main_; }
    // The other languages that a lexicon speaks, in the order in which their words begin.
    [[nodiscard]] std::vector<std::string> const& others() const { return others_; }
    // Those that none speaks.
    [[nodiscard]] std::vector<std::string> const& unspoken() const { return unspoken_; }
    // Which blocks are in a language, by their rows; empty: all are in the main one.
    [[nodiscard]] std::vector<bool> blocks_in(std::string const& language) const;

  private:
    [[nodiscard]] std::string const& of(akn::Block const& block) const;
    void sort_out(program::Program const& program);

    akn::Document const& document_;
    std::string main_;
    std::vector<std::string> others_, unspoken_;
    std::vector<std::string> of_row_;  // by provision; empty: the main one. Without rows: all are
};

}  // namespace lacuna::match
