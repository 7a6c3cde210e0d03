// Documents built by hand, for tests of the rooms that read them: provisions are opened and closed as
// elements of a file are, and hold blocks of words.
#pragma once

#include <string>
#include <vector>

#include "akn/document.hpp"

namespace lacuna::test {

class DocumentBuilder {
  public:
    explicit DocumentBuilder(std::string language = "en") { languages_.push_back(std::move(language)); }

    DocumentBuilder& open(std::string element, bool basic_unit = false);
    DocumentBuilder& unit(std::string element = "section") { return open(std::move(element), true); }
    DocumentBuilder& close();
    DocumentBuilder& block(akn::Role role, std::string_view text);
    DocumentBuilder& num(std::string_view text) { return block(akn::Role::num, text); }
    DocumentBuilder& heading(std::string_view text) { return block(akn::Role::heading, text); }
    DocumentBuilder& intro(std::string_view text) { return block(akn::Role::intro, text); }
    DocumentBuilder& content(std::string_view text) { return block(akn::Role::content, text); }
    DocumentBuilder& wrap_up(std::string_view text) { return block(akn::Role::wrap_up, text); }

    // Closes what is open.
    [[nodiscard]] akn::Document build();

  private:
    std::vector<std::string> languages_;
    std::vector<std::size_t> open_;
    std::vector<akn::Provision> provisions_;
    std::vector<std::string> elements_;  // by provision
    std::vector<akn::Block> blocks_;
    std::string text_;
};

}  // namespace lacuna::test
