// What the two text writers share: colours, wrapping, marks of verdicts.
#pragma once

#include <string>
#include <string_view>

namespace lacuna::report {

class TextStyle {
  public:
    TextStyle(bool colour, std::size_t width) : colour_(colour), width_(width < 40 ? 40 : width) {}

    [[nodiscard]] std::size_t width() const { return width_; }
    [[nodiscard]] std::string bold(std::string_view text) const { return paint("1", text); }
    [[nodiscard]] std::string dim(std::string_view text) const { return paint("2", text); }
    // The text in the colour of the verdict.
    [[nodiscard]] std::string verdict(std::string_view verdict, std::string_view text) const;
    // Words of the text on lines of the width; the first line begins with `first`, the others with `rest`.
    [[nodiscard]] std::string wrap(std::string_view first, std::string_view rest,
                                   std::string_view text) const;
    // The text with blanks to the number of columns.
    [[nodiscard]] static std::string pad(std::string_view text, std::size_t columns);

  private:
    [[nodiscard]] std::string paint(std::string_view code, std::string_view text) const;
    bool colour_;
    std::size_t width_;
};

}  // namespace lacuna::report
