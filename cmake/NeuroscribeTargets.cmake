# Compile settings shared by every target, and a helper that makes one library of a folder.

set(CMAKE_CXX_STANDARD 20)
set(CMAKE_CXX_STANDARD_REQUIRED ON)
set(CMAKE_CXX_EXTENSIONS OFF)
set(CMAKE_POSITION_INDEPENDENT_CODE ON)
set(CMAKE_EXPORT_COMPILE_COMMANDS ON)
# Told that the compiler is C++20, moc 6.4 stumbles over <concepts> of GCC 12; it needs nothing of it.
set(CMAKE_AUTOMOC_COMPILER_PREDEFINES OFF)
if(NOT CMAKE_BUILD_TYPE AND NOT CMAKE_CONFIGURATION_TYPES)
    set(CMAKE_BUILD_TYPE Release CACHE STRING "" FORCE)
endif()
# The nn module is looked for beside the programs.
set(CMAKE_RUNTIME_OUTPUT_DIRECTORY ${PROJECT_BINARY_DIR}/bin)

find_program(NEUROSCRIBE_CCACHE ccache)
if(NEUROSCRIBE_CCACHE AND NOT CMAKE_CXX_COMPILER_LAUNCHER)
    set(CMAKE_CXX_COMPILER_LAUNCHER ${NEUROSCRIBE_CCACHE})
endif()

add_library(neuroscribe_settings INTERFACE)
target_include_directories(neuroscribe_settings INTERFACE ${PROJECT_SOURCE_DIR} ${PROJECT_BINARY_DIR}/generated)
target_compile_options(neuroscribe_settings INTERFACE -Wall -Wextra -Wpedantic -Wshadow -Wno-missing-field-initializers)
if(NEUROSCRIBE_WERROR)
    # GCC 12 warns of overlapping copies inside its own std::string at "x" + std::string (GCC bug 105651).
    target_compile_options(neuroscribe_settings INTERFACE -Werror -Wno-restrict)
endif()
foreach(part HTTP CLD2 SENTENCEPIECE)
    target_compile_definitions(neuroscribe_settings INTERFACE
        NEUROSCRIBE_WITH_${part}=$<BOOL:${NEUROSCRIBE_WITH_${part}}>)
endforeach()
target_compile_definitions(neuroscribe_settings INTERFACE NEUROSCRIBE_VERSION="${PROJECT_VERSION}")

# neuroscribe_folder(TARGET): a static library of the .cpp files in the current folder (not below it).
function(neuroscribe_folder target folder)
    file(GLOB sources CONFIGURE_DEPENDS ${folder}/*.cpp ${folder}/*.h)
    if(NOT sources MATCHES "\\.cpp")
        add_library(${target} INTERFACE)
        target_link_libraries(${target} INTERFACE neuroscribe_settings ${ARGN})
        return()
    endif()
    add_library(${target} STATIC ${sources})
    target_link_libraries(${target} PUBLIC neuroscribe_settings ${ARGN})
endfunction()

# neuroscribe_precompile(TARGET HEADER...): precompiled headers that ccache can still serve from.
function(neuroscribe_precompile target)
    target_precompile_headers(${target} PRIVATE ${ARGN})
    if(NEUROSCRIBE_CCACHE AND CMAKE_CXX_COMPILER_ID STREQUAL GNU)
        # What the ccache manual asks for under "Precompiled headers".
        target_compile_options(${target} PRIVATE -fpch-preprocess)
        set_target_properties(${target} PROPERTIES CXX_COMPILER_LAUNCHER
            "${CMAKE_COMMAND};-E;env;CCACHE_SLOPPINESS=pch_defines,time_macros;${NEUROSCRIBE_CCACHE}")
    endif()
endfunction()
